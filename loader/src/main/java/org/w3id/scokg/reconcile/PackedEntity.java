package org.w3id.scokg.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/** An entity in the bytes that an index has of it, the same bytes for the same entity. */
final class PackedEntity {

  private PackedEntity() {}

  static void write(Entity entity, Classes classes, DataOutput out) throws IOException {
    out.writeString(entity.iri());
    // Sets that cannot be changed have another order in each process.
    classes.writeSome(new TreeSet<>(entity.types()), out);
    classes.writeSome(entity.shownTypes(), out);
    out.writeVInt(entity.names().size());
    for (Name name : entity.names()) {
      out.writeString(name.text());
      out.writeString(name.language());
      out.writeByte((byte) (name.isPreferred() ? 1 : 0));
      out.writeString(name.plain());
      out.writeString(name.latin());
      out.writeSetOfStrings(new TreeSet<>(name.initials()));
    }
  }

  static Entity read(DataInput in, Classes classes) throws IOException {
    String iri = in.readString();
    List<String> types = classes.readSome(in);
    List<String> shownTypes = classes.readSome(in);
    List<Name> names = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      String text = in.readString();
      String language = in.readString();
      boolean isPreferred = in.readByte() == 1;
      String plain = in.readString();
      String latin = in.readString();
      names.add(new Name(text, language, isPreferred, plain, latin, in.readSetOfStrings()));
    }
    return new Entity(iri, names, Set.copyOf(types), shownTypes);
  }
}
