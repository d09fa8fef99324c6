import { describe, expect, it } from "vitest";
import { piecesOf, plainText } from "./link-text";

describe("the text of a message", () => {
  it("shows an http(s) anchor as a link between its neighbours", () => {
    expect(piecesOf('您好\n<a href="https://m.example.cn/o/1?a=1&amp;b=2">查看详情</a>。')).toEqual([
      { kind: "text", text: "您好\n" },
      { kind: "link", text: "查看详情", href: "https://m.example.cn/o/1?a=1&b=2" },
      { kind: "text", text: "。" },
    ]);
  });

  it("takes single quotes, other attributes and any case", () => {
    expect(piecesOf("<A class='x' HREF='http://127.0.0.1:4000/w/t'>开</A>")).toEqual([
      { kind: "link", text: "开", href: "http://127.0.0.1:4000/w/t" },
    ]);
  });

  it.each([
    '<a href="javascript:alert(1)">点我</a>',
    '<a href=" java\tscript:alert(1)">点我</a>',
    '<a href="data:text/html,x">点我</a>',
    '<a href="/relative">点我</a>',
    '<img src="https://example.cn/x.png" onerror="alert(1)">',
    "<script>alert(1)</script>",
  ])("leaves %s the text it is", (message) => {
    expect(piecesOf(message)).toEqual([{ kind: "text", text: message }]);
  });

  it("links a bare address, without the sentence around it", () => {
    expect(piecesOf("见 https://example.cn/a?b=1。谢谢")).toEqual([
      { kind: "text", text: "见 " },
      { kind: "link", text: "https://example.cn/a?b=1", href: "https://example.cn/a?b=1" },
      { kind: "text", text: "。谢谢" },
    ]);
    expect(piecesOf("see https://example.cn/a.")[2]).toEqual({ kind: "text", text: "." });
  });

  it("keeps markup inside a link's words as words", () => {
    expect(piecesOf('<a href="https://example.cn/"><b>粗</b></a>')).toEqual([
      { kind: "link", text: "<b>粗</b>", href: "https://example.cn/" },
    ]);
  });

  it("is one plain line in the list of chats", () => {
    expect(plainText('【空调清洗】\n当前进度：服务中\n<a href="https://example.cn/">查看详情</a>')).toBe(
      "【空调清洗】 当前进度：服务中 查看详情",
    );
  });
});
