import { z } from "zod";
import { line } from "~/domain/access/words";
import { allowed, refused, type Ruling } from "../access/ruling";
import { isModelStep } from "./decision-model";

/** What a scenario may be tagged with. */
export const scenarioTags = ["Suicide risk", "Weapon other than a firearm", "No weapon", "Young person", "Older adult", "Veteran", "Developmental disability", "Substance use", "Family present", "Call-taking", "Transport"] as const;

const words = (empty: string, longest = 4000) => z.string({ error: empty }).trim().min(1, empty).max(longest, `Keep it below ${longest.toLocaleString("en-US")} characters.`);
const someWords = (longest = 4000) => z.string().trim().max(longest, `Keep it below ${longest.toLocaleString("en-US")} characters.`).default("");

/** What a scenario holds, as its form sends it. */
export const scenarioForm = {
  title: line("Name the scenario."),
  scene: words("Describe the scene: where, what the caller said, what officers see first."),
  roleCard: words("Say how the role player acts, and what calms or frightens the person that is played."),
  observerSheet: words("Say what observers watch for, one line each."),
  safety: words("Say how everyone stays safe: who checks that no real weapon is in the room, who may stop the scene and with which word."),
  debrief: someWords(),
  tags: z.array(z.enum(scenarioTags, { error: "Choose among the tags." })).max(scenarioTags.length).default([]),
  steps: z.array(z.coerce.number().refine(isModelStep, "The model has steps 1 to 5.")).min(1, "Choose at least one step of the model that it practises.").max(5),
  videoUrl: z.string().trim().max(500).default(""),
  videoTitle: z.string().trim().max(120).default(""),
  acted: z.string().optional(),
};

/** A video must be an https address with a title, and acted: no person in actual distress is shown. */
export function videoRuling({ videoUrl, videoTitle, acted }: { videoUrl: string; videoTitle: string; acted?: string }): Ruling<{ url: string; title: string } | null> {
  if (!videoUrl) return allowed(null);
  const address = URL.canParse(videoUrl) ? new URL(videoUrl) : null;
  if (!address || address.protocol !== "https:" || !address.hostname.includes(".") || address.username || address.password)
    return refused("This is not the address of a video. Write the whole address, beginning with https://.", 422, "videoUrl");
  if (!videoTitle) return refused("Say what the video shows.", 422, "videoTitle");
  if (acted !== "yes") return refused("Confirm that no person in actual distress is shown. Only acted videos are kept here.", 422, "acted");
  return allowed({ url: address.href, title: videoTitle });
}

type Written = Omit<z.infer<z.ZodObject<typeof scenarioForm>>, "acted">;

/** A scenario as it is kept: its steps in order, its video only with what the video needs. */
export function scenarioRuling({ acted, videoUrl, videoTitle, ...scenario }: z.infer<z.ZodObject<typeof scenarioForm>>): Ruling<Written> {
  const video = videoRuling({ videoUrl, videoTitle, ...(acted === undefined ? {} : { acted }) });
  return video.ok ? allowed({ ...scenario, steps: [...new Set(scenario.steps)].sort(), videoUrl: video.value?.url ?? "", videoTitle: video.value?.title ?? "" }) : video;
}
