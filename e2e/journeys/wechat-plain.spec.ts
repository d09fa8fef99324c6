import { followAndHear } from "../actors/wechat-story.js";
import { test } from "../world/world.js";

test.use({ messageMode: "plain" });

test("with plain messages the same way works: bind, ask, hear, leave", async ({ world }) => {
  await followAndHear(world);
});
