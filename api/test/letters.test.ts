import { describe, expect, it } from "vitest";
import { readConfig } from "../src/platform/config.js";
import { makeLog } from "../src/platform/log.js";
import { Post } from "../src/platform/post.js";
import { emptyFolder } from "./kit/platform.js";
import { FakeClock } from "./kit/world.js";

const postOf = (folder: string, keeps = true): Post =>
  new Post(readConfig({ DATA_DIR: folder }), makeLog("silent"), new FakeClock(), keeps);
const aLetter = (n: number) => ({ to: "lin@example.com", subject: `信 ${n}`, text: `验证码 ${n}` });

describe("the demo's mailbox", () => {
  it("shows the newest letter first, and after a restart what was not read yet", () => {
    const folder = emptyFolder();
    const before = postOf(folder);
    before.send(aLetter(1));
    before.send(aLetter(2));
    const after = postOf(folder);
    after.send(aLetter(3));
    expect(after.mailbox().map(({ subject }) => subject)).toEqual(["信 3", "信 2", "信 1"]);
    expect(postOf(folder).mailbox()).toEqual(after.mailbox());
  });

  it("keeps the last fifty", () => {
    const post = postOf(emptyFolder());
    for (let n = 1; n <= 60; n += 1) post.send(aLetter(n));
    expect(post.mailbox()).toHaveLength(50);
    expect(post.mailbox()[0]?.subject).toBe("信 60");
  });

  it("keeps nothing outside a demo", () => {
    const folder = emptyFolder();
    postOf(folder, false).send(aLetter(1));
    expect(postOf(folder).mailbox()).toEqual([]);
  });
});
