import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cdata, readFlatXml, XmlFault } from "./xml.js";

const read = (text: string) => Object.fromEntries(readFlatXml(text, "xml"));

describe("the reader of flat documents", () => {
  it("keeps texts as they stand: no numbers, no trimming, 64-bit ids whole", () => {
    const text = "<xml>\n<Content><![CDATA[ 0123 ]]></Content><MsgId>3187654321098765432</MsgId><Empty/></xml>";
    expect(read(text)).toEqual({ Content: " 0123 ", MsgId: "3187654321098765432", Empty: "" });
  });

  it("lets people type what looks like a declaration", () => {
    expect(read("<xml><Content><![CDATA[<!DOCTYPE html><!ENTITY]]></Content></xml>")).toEqual({
      Content: "<!DOCTYPE html><!ENTITY",
    });
  });

  it("leaves nested things out", () => {
    expect(read("<xml><A>1</A><ScanCodeInfo><ScanType>qrcode</ScanType></ScanCodeInfo></xml>")).toEqual({ A: "1" });
  });

  it.each([
    ["a DOCTYPE", '<!DOCTYPE xml SYSTEM "http://evil.example/x.dtd"><xml><A>1</A></xml>'],
    ["an external entity", '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><A>&e;</A></xml>'],
    ["entities in entities", '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><xml><A>&b;</A></xml>'],
    ["a lower-case doctype", "<!doctype xml><xml><A>1</A></xml>"],
    ["a DOCTYPE around CDATA", '<!DOCTYPE x [<!ENTITY a "<![CDATA[">]><xml><A><![CDATA[1]]></A></xml>'],
    ["a comment", "<xml><!-- x --><A>1</A></xml>"],
    ["another root", "<html><A>1</A></html>"],
    ["two roots", "<xml><A>1</A></xml><xml><A>2</A></xml>"],
    ["a tag said twice", "<xml><A>1</A><A>2</A></xml>"],
    ["deep nesting", `<xml>${"<a>".repeat(40)}${"</a>".repeat(40)}</xml>`],
    ["too many tags", `<xml>${Array.from({ length: 300 }, (_, n) => `<a${n}>1</a${n}>`).join("")}</xml>`],
    ["a tag that is not closed", "<xml><A>1</xml>"],
    ["something after the end", "<xml><A>1</A></xml>tail"],
    ["a root that is a text", "<xml>text</xml>"],
    ["a name that reaches into objects", "<xml><__proto__>1</__proto__></xml>"],
    ["nothing", ""],
    ["JSON", '{"xml":1}'],
  ])("refuses %s", (_case, text) => {
    expect(() => readFlatXml(text, "xml")).toThrow(XmlFault);
  });

  it("throws nothing but its own fault, whatever comes", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("<xml>", "</xml>", "<A>", "</A>", "<![CDATA[", "]]>", "<!", "&lt;"),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        try {
          readFlatXml(parts.join(""), "xml");
        } catch (error) {
          expect(error).toBeInstanceOf(XmlFault);
        }
      }),
    );
  });
});

describe("text as CDATA", () => {
  it.each(["进度", "a]]>b", "]]>]]>", "]]", "<xml>&amp;", ""])("comes back as it was: %s", (text) => {
    expect(read(`<xml><Content>${cdata(text)}</Content></xml>`)).toEqual({ Content: text });
  });

  it("never lets a text out of its tag", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("]", ">", "]]>", "<", "</Content>", "x", "<![CDATA[")), (parts) => {
        const text = parts.join("");
        expect(read(`<xml><Content>${cdata(text)}</Content></xml>`)).toEqual({ Content: text });
      }),
    );
  });
});
