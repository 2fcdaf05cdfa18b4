type Face = { colour: string; shape: string };

const colours = new Set(["blue", "teal", "violet", "amber", "red", "slate", "plum", "olive"]);
const shapes = new Set(["square", "circle", "diamond", "triangle", "cross", "hexagon", "star", "pentagon"]);

/** The classes that give what is drawn in the text the colour and the shape of a group. */
export function lookOfGroup(face: Face | null): string {
  return `by-${face && colours.has(face.colour) ? face.colour : "slate"} shape-${face && shapes.has(face.shape) ? face.shape : "none"}`;
}
