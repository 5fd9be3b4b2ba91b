package org.cytovigil.feed;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The reasons that the sources of the ways in can put into the quarantine, as they stand there. */
final class Reasons {
    private static final Path SOURCES = Path.of("src/main/java/org/cytovigil/feed");
    private static final Set<String> CALLS = Set.of("refuse", "remark");
    private static final Set<String> MADE =
            Set.of("Refusal", "Refused", "Nobody", "Fault", "UnresolvedReference");

    private Reasons() {}

    /** What senders are answered, and nobody has to look at. */
    private static final String ANSWERS = "Acknowledgement.java";

    /** Every text handed to what refuses or remarks, with {@code 1} for what is put into it. */
    static SortedSet<String> inSources(String... packages) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SortedSet<String> found = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (String one : packages) {
                try (Stream<Path> listed = Files.list(SOURCES.resolve(one))) {
                    listed.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> !path.endsWith(ANSWERS))
                            .forEach(sources::add);
                }
            }
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                new Calls(found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Calls extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final SortedSet<String> found;

        Calls(SortedSet<String> found) {
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void no) {
            String name = last(call.getMethodSelect());
            if (CALLS.contains(name)) {
                String before = name.equals("remark") ? "accepted, but " : "";
                call.getArguments().forEach(argument -> add(before, argument));
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void no) {
            if (MADE.contains(last(made.getIdentifier()))) {
                made.getArguments().forEach(argument -> add("", argument));
            } else if (last(made.getIdentifier()).equals("Item")
                    && made.getArguments().size() == 5) {
                add("", made.getArguments().get(3));
            }
            return super.visitNewClass(made, null);
        }

        private void add(String before, ExpressionTree argument) {
            texts(argument).stream()
                    .filter(text -> text.contains(" "))
                    .forEach(text -> found.add(before + text));
        }

        private static String last(Tree name) {
            String whole =
                    name instanceof MemberSelectTree select
                            ? select.getIdentifier().toString()
                            : name.toString();
            return whole.substring(whole.lastIndexOf('.') + 1);
        }

        /** What an expression can be; of what only the running program knows, {@code 1}. */
        private static List<String> texts(Tree tree) {
            return switch (tree) {
                case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
                case ParenthesizedTree inner -> texts(inner.getExpression());
                case ConditionalExpressionTree either ->
                        Stream.concat(
                                        texts(either.getTrueExpression()).stream(),
                                        texts(either.getFalseExpression()).stream())
                                .toList();
                case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
                        texts(sum.getLeftOperand()).stream()
                                .flatMap(
                                        left ->
                                                texts(sum.getRightOperand()).stream()
                                                        .map(right -> left + right))
                                .toList();
                case MethodInvocationTree call when isFormatted(call) ->
                        texts(((MemberSelectTree) call.getMethodSelect()).getExpression()).stream()
                                .map(text -> text.replaceAll("%[,.0-9]*[a-z]", "1"))
                                .toList();
                default -> List.of("1");
            };
        }

        private static boolean isFormatted(MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted");
        }
    }
}
