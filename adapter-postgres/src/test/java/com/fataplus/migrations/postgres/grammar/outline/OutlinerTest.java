package com.fataplus.migrations.postgres.grammar.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

class OutlinerTest {
    private static final int PROGRAMS = 150;

    /** What a program answered, what it left in memory below the stack, and where it left the stack. */
    private record Outcome(List<Long> answers, int memory, long stackPointer) {}

    @Test
    void anyProgramDoesTheSameInPieces() {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            byte[] module = RandomProgram.module(seed);
            Outcome expected = run(module);
            for (int most : new int[] {8, 40, 200}) {
                assertThat(run(new Outliner(5, most).outlined(module)))
                        .as("program %d in pieces of %d bytes", seed, most)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theProgramsAreWorthOutlining() {
        long pieces = IntStream.range(0, PROGRAMS)
                .mapToLong(seed -> functions(new Outliner(5, 40).outlined(RandomProgram.module(seed))) - 1)
                .sum();

        assertThat(pieces).isGreaterThan(10L * PROGRAMS);
    }

    @Test
    void noFunctionIsMuchLargerThanAsked() {
        byte[] outlined = new Outliner(5, 100).outlined(RandomProgram.module(7));

        assertThat(ModuleBytes.bodies(outlined))
                .allSatisfy(body -> assertThat(body.length).isLessThan(400));
    }

    @Test
    void smallFunctionsStayAsTheyAre() {
        byte[] module = RandomProgram.module(7);

        assertThat(ModuleBytes.bodies(new Outliner(5, 1_000_000).outlined(module)))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(ModuleBytes.bodies(module));
    }

    private static Outcome run(byte[] module) {
        WasmModule parsed = Parser.parse(module);
        Instance instance = Instance.builder(parsed).build();
        List<Long> answers = IntStream.range(-2, 4)
                .mapToObj(number -> instance.export("f").apply(number, 7 - number)[0])
                .toList();
        return new Outcome(
                answers,
                Arrays.hashCode(instance.memory().readBytes(0, 0x1000)),
                instance.global(0).getValue());
    }

    private static int functions(byte[] module) {
        return ModuleBytes.bodies(module).size();
    }
}
