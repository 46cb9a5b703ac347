package org.w3id.scokg.source.json;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3id.scokg.source.BadReference;

/**
 * A JSONPath with filters, descents, slices, unions or functions, evaluated by a library on whole
 * values. Only this class knows the library, so that it is not loaded where all paths are plain.
 */
final class WideJsonPath {

  private static final Configuration CONFIGURATION =
      Configuration.builder().jsonProvider(new Trees()).mappingProvider(new Same()).build();

  private final String text;
  private final JsonPath path;

  private WideJsonPath(String text, JsonPath path) {
    this.text = text;
    this.path = path;
  }

  /**
   * Reads a path.
   *
   * @throws BadReference if the library does not understand it
   */
  static WideJsonPath compile(String text) {
    try {
      return new WideJsonPath(text, JsonPath.compile(text));
    } catch (RuntimeException e) {
      // The library tells a bad path by exceptions of many types.
      throw new BadReference(
          "'" + text + "' is not a JSONPath",
          "its reader says: " + firstLine(e),
          "correct it; paths are as in RFC 9535, and filters as [?(@.key == 'value')]");
    }
  }

  /**
   * The values that the path finds, in order; NULL is among them only where it stands in a list.
   *
   * @throws JsonProblem if the path cannot be evaluated on this value
   */
  List<@Nullable Object> select(@Nullable Object value) throws JsonProblem {
    if (value == null) {
      return List.of();
    }
    try {
      Object found = path.read(value, CONFIGURATION);
      if (found instanceof Set<?> keys) {
        return new ArrayList<>(keys);
      }
      return found instanceof List<?> list && !path.isDefinite()
          ? Collections.unmodifiableList(list)
          : Collections.singletonList(found);
    } catch (PathNotFoundException e) {
      return List.of();
    } catch (RuntimeException e) {
      // The library tells a value that a filter or function cannot take in many ways.
      throw new JsonProblem(
          "the JSONPath '" + text + "' cannot be evaluated: " + firstLine(e),
          "a filter or a function of it does not take what stands there",
          "correct the path, or the value");
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** The maps and lists of {@link JsonTree}. */
  private static final class Trees extends AbstractJsonProvider {

    @Override
    public @Nullable Object parse(String json) {
      try (JsonTokens tokens = JsonTokens.of(JsonTokens.factory(), json)) {
        return new JsonTree(tokens, tokens.inner()).root();
      } catch (IOException e) {
        throw new InvalidJsonException(e);
      }
    }

    @Override
    public Object parse(InputStream json, String charset) {
      throw new UnsupportedOperationException("Bug: values are read before");
    }

    @Override
    public String toJson(Object value) {
      return JsonTree.text(value);
    }

    @Override
    public Object createArray() {
      return new ArrayList<>();
    }

    @Override
    public Object createMap() {
      return new LinkedHashMap<>();
    }
  }

  /** Values are maps and lists already. */
  private static final class Same implements MappingProvider {

    @Override
    public <T> T map(Object source, Class<T> type, Configuration configuration) {
      return type.cast(source);
    }

    @Override
    public <T> T map(Object source, TypeRef<T> type, Configuration configuration) {
      throw new UnsupportedOperationException("Bug: nothing is mapped to a type");
    }
  }
}
