/** "Riverton Police, Cedar County Sheriff and Campus Police" */
export function namesInARow(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
