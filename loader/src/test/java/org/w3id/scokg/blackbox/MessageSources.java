package org.w3id.scokg.blackbox;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The messages that the program's source can make: what stands for each parameter {@code what} of a
 * method or constructor, with {@code …} for what only a run can tell.
 *
 * <p>A method that puts words around its own {@code what} has these put around what it is called
 * with.
 */
final class MessageSources {

  private static final String UNKNOWN = "…";

  /** Stands for the caller's {@code what} in the words around it. */
  private static final String HOLE = "\0";

  private static final Pattern PLACEHOLDER = Pattern.compile("%,?[sd]");

  /** Where a method or constructor of a name and number of parameters has its {@code what}. */
  private record Signature(String name, int parameters) {}

  private final Map<Signature, Integer> positions = new HashMap<>();
  private final Map<String, Set<String>> frames = new HashMap<>();
  private final Set<String> messages = new TreeSet<>();

  private MessageSources() {}

  /** Reads every message of the classes below a folder. */
  static Set<String> in(Path folder) throws IOException {
    MessageSources sources = new MessageSources();
    List<CompilationUnitTree> units = parse(folder);
    units.forEach(unit -> unit.accept(sources.new Declarations(), null));
    // The second time, the words around are known.
    units.forEach(unit -> unit.accept(sources.new Calls(), null));
    sources.messages.clear();
    units.forEach(unit -> unit.accept(sources.new Calls(), null));
    return sources.messages;
  }

  private static List<CompilationUnitTree> parse(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
    List<CompilationUnitTree> units = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      task.parse().forEach(units::add);
    }
    return units;
  }

  /** Finds the parameters {@code what}; a record's are its components. */
  private final class Declarations extends TreeScanner<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      if (type.getKind() == Tree.Kind.RECORD) {
        List<VariableTree> components =
            type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(v -> !v.getModifiers().getFlags().contains(Modifier.STATIC))
                .toList();
        remember(type.getSimpleName().toString(), components);
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      remember(method.getName().toString(), method.getParameters());
      return super.visitMethod(method, null);
    }

    private void remember(String name, List<? extends VariableTree> parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).getName().contentEquals("what")) {
          positions.put(new Signature(name, parameters.size()), i);
        }
      }
    }
  }

  /** Collects what is given for the parameters. */
  private final class Calls extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Map<String, ExpressionTree> variables = new HashMap<>();
    private String type = "";
    private String method = "";

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      String outer = type;
      type = tree.getSimpleName().toString();
      super.visitClass(tree, null);
      type = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      method = tree.getName().toString();
      return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      if (tree.getInitializer() != null) {
        variables.put(tree.getName().toString(), tree.getInitializer());
      } else {
        variables.remove(tree.getName().toString());
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void unused) {
      collect(call.getIdentifier().toString(), call.getArguments());
      return super.visitNewClass(call, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      String name =
          call.getMethodSelect() instanceof MemberSelectTree select
              ? select.getIdentifier().toString()
              : call.getMethodSelect().toString();
      collect(name, call.getArguments());
      return super.visitMethodInvocation(call, null);
    }

    private void collect(String callee, List<? extends ExpressionTree> arguments) {
      Integer position = positions.get(new Signature(callee, arguments.size()));
      if (position == null) {
        return;
      }
      for (String text : texts(arguments.get(position))) {
        if (text.contains(HOLE)) {
          frames.computeIfAbsent(type + "." + method, key -> new TreeSet<>()).add(text);
        } else {
          frames
              .getOrDefault(type + "." + callee, Set.of(HOLE))
              .forEach(frame -> add(frame.replace(HOLE, text)));
        }
      }
    }

    private void add(String message) {
      messages.add(PLACEHOLDER.matcher(message).replaceAll(UNKNOWN));
    }

    /** All that an expression may come to. */
    private Set<String> texts(ExpressionTree tree) {
      if (tree instanceof LiteralTree literal) {
        Object value = literal.getValue();
        return value == null ? Set.of() : Set.of(value.toString());
      } else if (tree instanceof ParenthesizedTree inner) {
        return texts(inner.getExpression());
      } else if (tree instanceof ConditionalExpressionTree choice) {
        Set<String> both = new TreeSet<>(texts(choice.getTrueExpression()));
        both.addAll(texts(choice.getFalseExpression()));
        return both;
      } else if (tree instanceof BinaryTree sum) {
        return join(texts(sum.getLeftOperand()), texts(sum.getRightOperand()));
      } else if (tree instanceof IdentifierTree name) {
        return name(name.getName().toString());
      } else if (tree instanceof MethodInvocationTree call) {
        return call(call);
      }
      return Set.of(UNKNOWN);
    }

    private Set<String> name(String name) {
      ExpressionTree value = variables.get(name);
      if (name.equals("what") && value == null) {
        return Set.of(HOLE);
      }
      return value == null ? Set.of(UNKNOWN) : texts(value);
    }

    /** Understands {@code formatted} and {@code replace}. */
    private Set<String> call(MethodInvocationTree call) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        String method = select.getIdentifier().toString();
        if (method.equals("formatted")) {
          return fill(texts(select.getExpression()), call.getArguments());
        } else if (method.equals("replace")) {
          return texts(select.getExpression());
        }
      }
      return Set.of(UNKNOWN);
    }

    private Set<String> fill(Set<String> templates, List<? extends ExpressionTree> values) {
      Set<String> filled = templates;
      for (ExpressionTree value : values) {
        Set<String> next = new TreeSet<>();
        for (String template : filled) {
          for (String text : texts(value)) {
            next.add(PLACEHOLDER.matcher(template).replaceFirst(Matcher.quoteReplacement(text)));
          }
        }
        filled = next;
      }
      return filled;
    }

    private Set<String> join(Set<String> left, Set<String> right) {
      Set<String> joined = new TreeSet<>();
      left.forEach(start -> right.forEach(end -> joined.add(start + end)));
      return joined;
    }
  }
}
