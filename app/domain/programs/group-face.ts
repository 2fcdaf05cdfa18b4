/** The shapes and colours that groups may have, in the order in which new groups take them. */
export const groupShapes = ["square", "circle", "diamond", "triangle", "cross", "hexagon", "star", "pentagon"] as const;
export const groupColours = ["blue", "teal", "violet", "amber", "red", "slate", "plum", "olive"] as const;

export type Face = { shape: (typeof groupShapes)[number]; colour: (typeof groupColours)[number] };
type WornFace = { shape: string; colour: string };

/** Every pair of shape and colour, those first whose shape and colour are both new. */
const faces: Face[] = groupColours.flatMap((_, turn) => groupShapes.map((shape, place) => ({ shape, colour: groupColours[(place + turn) % groupColours.length] ?? "slate" })));

export function faceName({ shape, colour }: WornFace): string {
  return `${colour}-${shape}`;
}

/** What a new group may choose from, at most eight: pairs that no group wears, the most different first. */
export function freeFaces(worn: readonly WornFace[]): Face[] {
  const taken = new Set(worn.map(faceName));
  const likeness = (face: Face) => worn.filter((other) => other.shape === face.shape).length + worn.filter((other) => other.colour === face.colour).length;
  return faces
    .filter((face) => !taken.has(faceName(face)))
    .sort((one, other) => likeness(one) - likeness(other))
    .slice(0, 8);
}

/** The pair with this name, when no group wears it. */
export function freeFace(name: string, worn: readonly WornFace[]): Face | null {
  if (worn.some((other) => faceName(other) === name)) return null;
  return faces.find((face) => faceName(face) === name) ?? null;
}
