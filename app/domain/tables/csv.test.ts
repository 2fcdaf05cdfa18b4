import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("a name with a comma or a quote stays one cell, and a spreadsheet computes nothing", () => {
  expect(csvOf([["Name", "Mail"], ["Alder, Ruth", 'the "night" shift'], ["=HYPERLINK(1)", "@here"], ["two\nlines", ""]])).toBe('Name,Mail\r\n"Alder, Ruth","the ""night"" shift"\r\n\'=HYPERLINK(1),\'@here\r\n"two\nlines",\r\n');
});
