import { expect, test } from "vitest";
import { wordSpans } from "./redline-words";

const read = (before: string, after: string) => wordSpans(before, after).map(({ kind, text }) => ({ same: text, deleted: `[-${text}-]`, inserted: `[+${text}+]` })[kind]).join("");

test("a word or two that happen to stay between changes are read with them", () => {
  expect(read("Once a month the supervisor talks one call through, step by step of the model.", "When force was used, the supervisor talks the call through by the end of the next day.")).toBe(
    "[-Once a month -][+When force was used, +]the supervisor talks [-one-][+the+] call through[-, step by step of the model-][+ by the end of the next day+].",
  );
});

test("what stayed between smaller changes stays, and so do three words and the end of a paragraph", () => {
  expect(read("Officers may wait.", "Deputies may stay.")).toBe("[-Officers may wait-][+Deputies may stay+].");
  expect(read("Officers shall not wait.", "Deputies shall not stay.")).toBe("[-Officers-][+Deputies+] shall not [-wait-][+stay+].");
  expect(read("The first officer who comes speaks to them.", "Any one officer who comes talks with them.")).toBe("[-The first-][+Any one+] officer who comes [-speaks to-][+talks with+] them.");
  expect(read("a b c keep these words d e f", "u v w keep these words x y z")).toBe("[-a b c-][+u v w+] keep these words [-d e f-][+x y z+]");
  expect(read("a b keep these c", "u v keep these x")).toBe("[-a b-][+u v+] keep these [-c-][+x+]");
  expect(read("a keep these b c", "u keep these x y")).toBe("[-a-][+u+] keep these [-b c-][+x y+]");
  expect(read("They wait.\nOfficers go.", "They stay.\nDeputies go.")).toBe("They [-wait-][+stay+].\n[-Officers-][+Deputies+] go.");
});

test("the texts can be told apart again", () => {
  const [before, after] = ["a b c d e f g h, i j. k", "x b c y e z g q, r j. s"];
  const spans = wordSpans(before, after);
  expect(spans.filter(({ kind }) => kind !== "inserted").map(({ text }) => text).join("")).toBe(before);
  expect(spans.filter(({ kind }) => kind !== "deleted").map(({ text }) => text).join("")).toBe(after);
});
