import { resultTypes, type ResultType } from "~/domain/evaluation/finding";
import { query } from "~/queries/query.server";
import { publicFindings } from "~/store/findings.server";
import { publicSteps } from "~/store/finding-steps.server";
import { publicStudies } from "~/store/studies.server";

/** The findings that came out, each as its newest version says; those of all results unless one is asked for. */
export const publicFindingIndex = query("edition.read", async (db, { result }: { result: string }) => {
  const wanted: ResultType | null = resultTypes.find((known) => known === result) ?? null;
  const findings = (await publicFindings(db)).flatMap(({ number, program, versions: [newest] }) => {
    if (!newest) return [];
    const { content, agencies } = newest.content;
    return [{ number, timeZone: program.timeZone, version: newest.version, standing: newest.standing, publishedAt: newest.publishedAt, question: content.question, answer: content.answer, result: content.result, n: `${content.n} ${content.nUnit}`, disagreed: agencies.some(({ stance }) => stance === "disagrees") }];
  });
  return { thing: { programId: null }, wanted, findings: findings.filter((finding) => wanted === null || finding.result === wanted) };
});

/** One version of a finding for good, or without a version the newest; with what became of it and, unless it was retracted, what follows from it. */
export const publicFinding = query("edition.read", async (db, { number, version }: { number: number; version: number | null }) => {
  const [found] = await publicFindings(db, { number });
  const shown = version === null ? found?.versions[0] : found?.versions.find((one) => one.version === version);
  if (!found || !shown) return null;
  const steps = shown.standing === "retracted" ? [] : await publicSteps(db, found.id);
  return { thing: { programId: found.programId, visibility: "public" as const }, steps, number: found.number, program: found.program, shown, versions: found.versions.map(({ version: of, standing, publishedAt, reason }) => ({ version: of, standing, publishedAt, reason })) };
});

/** The studies of the field, for anybody. */
export const publicEvidence = query("edition.read", async (db, _input: null) => ({ thing: { programId: null }, studies: await publicStudies(db) }));
