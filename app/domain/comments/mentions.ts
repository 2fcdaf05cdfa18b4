export type Callable = { people: readonly { id: string; name: string }[]; groups: readonly { id: string; name: string; shortName: string }[] };
export type Mentioned = { personIds: string[]; groupIds: string[] };

/**
 * Whom a comment calls: "@" and the name of a person, or the name or short name of a group, as it stands in the members' list.
 * The longest name that fits is meant; small and capital letters are the same; people who share a name are both meant.
 */
export function mentionsIn(body: string, { people, groups }: Callable): Mentioned {
  const named = [
    ...people.map(({ id, name }) => ({ name, personId: id })),
    ...groups.flatMap(({ id, name, shortName }) => [{ name, groupId: id }, { name: shortName, groupId: id }]),
  ].filter(({ name }) => name.trim() !== "");
  const personIds = new Set<string>();
  const groupIds = new Set<string>();
  for (const { index } of body.matchAll(/(?<![\p{L}\p{N}_.@])@/gu)) {
    const said = body.slice(index + 1);
    const fitting = named.filter(({ name }) => beginsWith(said, name));
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
    for (const one of fitting.filter(({ name }) => name.length === longest)) {
      if ("personId" in one) personIds.add(one.personId);
      else groupIds.add(one.groupId);
    }
  }
  return { personIds: [...personIds], groupIds: [...groupIds] };
}

function beginsWith(said: string, name: string): boolean {
  return said.slice(0, name.length).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(said.slice(name.length));
}
