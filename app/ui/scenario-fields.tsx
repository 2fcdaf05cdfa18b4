import { modelSteps } from "~/domain/training/decision-model";
import { scenarioTags } from "~/domain/training/scenario";
import { Choices, Field, TextArea } from "./field";
import { chosen, errorAt, typed, type RefusedForm } from "./refused-form";

type WrittenScenario = { title: string; scene: string; roleCard: string; observerSheet: string; safety: string; debrief: string; tags: readonly string[]; steps: readonly number[]; videoUrl: string; videoTitle: string };

/** What is asked about a scenario: a new one, or one that is written already. */
export function ScenarioFields({ refused, written }: { refused?: RefusedForm; written?: WrittenScenario }) {
  const area = (label: string, name: "scene" | "roleCard" | "observerSheet" | "safety" | "debrief", hint: string, required = true) => <TextArea label={label} name={name} required={required} rows={4} hint={hint} defaultValue={typed(refused, name, written?.[name])} error={errorAt(refused, name)} />;
  return (
    <>
      <Field label="Title" name="title" required defaultValue={typed(refused, "title", written?.title)} error={errorAt(refused, "title")} />
      {area("The scene", "scene", "Where it is, what the caller said, what officers see first.")}
      {area("Role card", "roleCard", "For the role player: how the person acts, what calms, what frightens.")}
      {area("Observer sheet", "observerSheet", "What observers watch for, one line each.")}
      {area("Safety", "safety", "Who checks that no real weapon is in the room, who may stop the scene, and with which word.")}
      {area("Talking it through", "debrief", "Questions for afterwards.", false)}
      <Choices label="Steps of the decision model that it practises" name="steps" several required defaultValue={chosen(refused, "steps", written?.steps.map(String))} error={errorAt(refused, "steps")} choices={modelSteps.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))} />
      <Choices label="Tags" name="tags" several defaultValue={chosen(refused, "tags", written?.tags)} error={errorAt(refused, "tags")} choices={scenarioTags.map((tag) => ({ value: tag, label: tag }))} />
      <Field label="Address of a video" name="videoUrl" inputMode="url" defaultValue={typed(refused, "videoUrl", written?.videoUrl)} error={errorAt(refused, "videoUrl")} hint="Beginning with https://. Nothing is asked of that address until somebody follows the link." />
      <Field label="What the video shows" name="videoTitle" defaultValue={typed(refused, "videoTitle", written?.videoTitle)} error={errorAt(refused, "videoTitle")} />
      <Choices label="Who is seen in it" name="acted" several defaultValue={typed(refused, "acted", written?.videoUrl ? "yes" : "") === "yes" ? ["yes"] : []} error={errorAt(refused, "acted")} choices={[{ value: "yes", label: "Everyone in the video acts. No person in actual distress is shown." }]} />
    </>
  );
}
