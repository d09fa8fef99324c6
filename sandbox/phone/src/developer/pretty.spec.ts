import { describe, expect, it } from "vitest";
import { pretty } from "./pretty";

describe("a raw body made readable", () => {
  it("indents XML and keeps leaves and CDATA on their line, spaces and all", () => {
    expect(pretty("<xml><ToUserName><![CDATA[ gh_1 ]]></ToUserName><A><B>1</B><C></C></A></xml>")).toBe(
      [
        "<xml>",
        "  <ToUserName><![CDATA[ gh_1 ]]></ToUserName>",
        "  <A>",
        "    <B>1</B>",
        "    <C></C>",
        "  </A>",
        "</xml>",
      ].join("\n"),
    );
  });

  it("does not read markup inside CDATA", () => {
    expect(pretty('<xml><Content><![CDATA[<a href="https://x">看</a>]]></Content></xml>')).toBe(
      '<xml>\n  <Content><![CDATA[<a href="https://x">看</a>]]></Content>\n</xml>',
    );
  });

  it("keeps 64-bit ids of JSON to the last digit", () => {
    expect(pretty('{"errcode":0,"msgid":3187654321098765432,"list":[],"data":{"thing1":{"value":"a,b:{c}"}}}')).toBe(
      [
        "{",
        '  "errcode": 0,',
        '  "msgid": 3187654321098765432,',
        '  "list": [],',
        '  "data": {',
        '    "thing1": {',
        '      "value": "a,b:{c}"',
        "    }",
        "  }",
        "}",
      ].join("\n"),
    );
  });

  it("leaves everything else, and shows truncated JSON as far as it goes", () => {
    expect(pretty("success")).toBe("success");
    expect(pretty('{"errcode":0,"err')).toBe('{\n  "errcode": 0,\n  "err');
  });
});
