import { can, type Actor, type Thing } from "../access/may";
import { mentionsIn, type Mentioned } from "./mentions";

type Member = Extract<Actor, { kind: "person" }>;
type Group = { id: string; name: string; shortName: string };

/** The members who may read a text: only they can be called in it, told of it and given something to do in it. */
export function readersOf<One extends Member>(members: readonly One[], thing: Thing): One[] {
  return members.filter((member) => can(member, "draft.read", thing));
}

/** Whom a comment calls, as far as they may read the text, and every person it reaches by name or through a group. */
export function calledBy(body: string, readers: readonly Member[], groups: readonly Group[]): Mentioned & { reached: string[] } {
  const mentioned = mentionsIn(body, { people: readers.map(({ personId: id, name }) => ({ id, name })), groups });
  const throughGroups = readers.filter(({ groupId }) => mentioned.groupIds.includes(groupId)).map(({ personId }) => personId);
  return { ...mentioned, reached: [...new Set([...mentioned.personIds, ...throughGroups])] };
}
