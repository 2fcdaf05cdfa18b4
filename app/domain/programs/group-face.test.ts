import { expect, test } from "vitest";
import { groupColours as drawnColours, groupShapes as drawnShapes } from "../../ui/group-mark";
import { freeFace, freeFaces, groupColours, groupShapes } from "./group-face";

const six = ["square", "circle", "diamond", "triangle", "cross", "hexagon"].map((shape, place) => ({ shape, colour: groupColours[place] ?? "" }));

test("a seventh group is offered the next pair first, and none that a group wears", () => {
  const free = freeFaces(six);
  expect(free[0]).toEqual({ shape: "star", colour: "plum" });
  expect(free).toHaveLength(8);
  for (const face of free) expect(six).not.toContainEqual(face);
});

test("a pair that a group wears, or that nobody knows, is not free", () => {
  expect(freeFace("plum-star", six)).toEqual({ shape: "star", colour: "plum" });
  for (const name of ["blue-square", "plum", "pink-star", "__proto__", ""]) expect(freeFace(name, six)).toBeNull();
});

test("every pair can be drawn", () => {
  expect([...groupShapes]).toEqual([...drawnShapes]);
  expect([...groupColours]).toEqual([...drawnColours]);
});
