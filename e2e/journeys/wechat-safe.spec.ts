import { followAndHear } from "../actors/wechat-story.js";
import { test } from "../world/world.js";

test.use({ messageMode: "safe" });

test("with sealed messages, a customer binds, asks, hears of every step in WeChat, and is reached otherwise after leaving", async ({
  world,
}) => {
  await followAndHear(world);
});
