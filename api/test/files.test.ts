import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import type { Actor } from "./kit/actor.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let applicant: Actor;
beforeAll(async () => {
  world = await openWorld();
  applicant = world.stranger("supplier");
});
afterAll(() => world.close());

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
const photo = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: "#0b6b50" } });

const open = (url: string) => world.server.http.inject({ method: "GET", url });

describe("uploads", () => {
  it("are told by their content, written anew, and lose where they were taken", async () => {
    const gps = { IFD0: { Copyright: "secret place" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "28/1 12/1 0/1" } };
    const content = await photo().withExif(gps).jpeg().toBuffer();
    const { status, body } = await applicant.upload("APPLICATION", content, "licence.html");
    expect(status).toBe(200);
    const served = await open(body["url"] as unknown as string);
    expect(served.headers["content-type"]).toBe("image/webp");
    const metadata = await sharp(served.rawPayload).metadata();
    expect(metadata).toMatchObject({ format: "webp", width: 60, height: 40 });
    expect(metadata.exif).toBeUndefined();
  });

  it("refuse what only pretends to be an image, and pictures that could carry a script", async () => {
    const disguised = [
      Buffer.from("<html><script>alert(1)</script></html>"),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("<script>alert(1)</script>")]),
      Buffer.alloc(0),
    ];
    for (const content of disguised) {
      const { status, body } = await applicant.upload("APPLICATION", content, "photo.jpg");
      expect([status, body["code"]]).toEqual([400, "FILE_REJECTED"]);
    }
  });

  it("refuse more than ten megabytes and pictures that would fill the memory", async () => {
    const { status, body } = await applicant.upload("APPLICATION", Buffer.alloc(10 * 1024 * 1024 + 1, 1));
    expect([status, body["code"]]).toEqual([413, "FILE_TOO_LARGE"]);
    const bomb = await photo(9_000, 9_000).png().toBuffer();
    expect((await applicant.upload("APPLICATION", bomb)).body["code"]).toBe("FILE_REJECTED");
  });

  it("take PDFs as documents only, and serve them as downloads that can run nothing", async () => {
    const { body } = await applicant.upload("APPLICATION", PDF, "licence.pdf");
    const served = await open(body["url"] as unknown as string);
    expect(served.headers["content-disposition"]).toContain("attachment");
    expect(served.headers["content-security-policy"]).toContain("sandbox");
  });

  it("belong to those who may send them: strangers only apply", async () => {
    for (const purpose of ["PROGRESS", "SLIP", "REVIEW", "PRODUCT"]) {
      const { status, body } = await applicant.upload(purpose, await photo().png().toBuffer());
      expect([status, body["code"]]).toEqual([401, "UNAUTHENTICATED"]);
    }
    expect((await applicant.upload("ANYTHING", PDF)).body["code"]).toBe("VALIDATION");
  });

  it("can't be sent by a form on another site", async () => {
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/upload?purpose=APPLICATION",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      payload: "--x--",
    });
    expect(reply.statusCode).toBe(403);
  });
});

describe("a link to a file", () => {
  it("opens for a while, not with another's signature, and not for ever", async () => {
    const { body } = await applicant.upload("APPLICATION", PDF);
    const url = body["url"] as unknown as string;
    const other = (await applicant.upload("APPLICATION", PDF)).body["id"] as unknown as string;
    expect((await open(url)).statusCode).toBe(200);
    expect((await open(url.replace(/files\/[^?]+/, `files/${other}`))).statusCode).toBe(404);
    expect((await open(url.replace(/until=\d+/, "until=9999999999999"))).statusCode).toBe(404);
    expect((await open("/files/..%2f..%2fsecret?until=1&signature=x")).statusCode).toBe(404);
    world.clock.advance(4 * HOUR);
    expect((await open(url)).statusCode).toBe(404);
  });
});
