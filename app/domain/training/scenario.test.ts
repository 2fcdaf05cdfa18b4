import { expect, test } from "vitest";
import { videoRuling } from "./scenario";

const video = { videoUrl: "https://video.example.org/porch", videoTitle: "The porch, acted", acted: "yes" };

test("a video is an https address with a title, and nobody in actual distress is shown", () => {
  expect(videoRuling(video)).toEqual({ ok: true, value: { url: video.videoUrl, title: video.videoTitle } });
  expect(videoRuling({ ...video, videoUrl: "" })).toEqual({ ok: true, value: null });
  for (const videoUrl of ["porch", "video.example.org/porch", "http://video.example.org/porch", "javascript:alert(1)", "https://"]) expect(videoRuling({ ...video, videoUrl }), videoUrl).toMatchObject({ ok: false, status: 422, field: "videoUrl" });
  expect(videoRuling({ ...video, videoTitle: "" })).toMatchObject({ ok: false, field: "videoTitle" });
  expect(videoRuling({ ...video, acted: "" })).toMatchObject({ ok: false, field: "acted" });
});
