import fastifyMultipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { must, Refusal } from "../kernel/refusal.js";
import { type FilePurpose, type FileView, filePurposes, MAX_UPLOAD_BYTES } from "../platform/files.js";
import type { Platform } from "../platform/platform.js";
import { CSV, XLSX } from "../platform/spreadsheet.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { viewerOf } from "./sessions.js";

/** `POST /upload?purpose=…` (one multipart file) and `GET /files/:id` behind a signed link. */
export async function registerFiles(http: FastifyInstance, platform: Platform): Promise<void> {
  await http.register(async (scope) => {
    await scope.register(fastifyMultipart, { limits: { files: 1, fields: 0, fileSize: MAX_UPLOAD_BYTES, parts: 1 } });
    scope.post("/upload", { bodyLimit: MAX_UPLOAD_BYTES + 10_000 }, async (request, reply) => {
      try {
        return await upload(platform, request);
      } catch (error) {
        return refuse(reply, error);
      }
    });
  });
  http.get("/files/:id", async (request, reply) => {
    const { id } = request.params as { id: string };
    const { until = "", signature = "" } = request.query as { until?: string; signature?: string };
    const file = await platform.files.open(platform.database.read, id, String(until), String(signature));
    if (!file) return reply.code(404).send({ code: "NOT_FOUND" });
    reply.header("content-type", file.row.mime);
    reply.header("cache-control", "private, max-age=3600, immutable");
    reply.header("content-security-policy", "default-src 'none'; sandbox");
    const kind = file.row.mime.startsWith("image/") ? null : (downloads[file.row.mime] ?? "bin");
    if (kind) reply.header("content-disposition", `attachment; filename="${id}.${kind}"`);
    return reply.send(Buffer.from(file.content));
  });
}

/** What is never shown in a page: the end of its name by its kind. */
const downloads: Readonly<Record<string, string>> = { "application/pdf": "pdf", [CSV]: "csv", [XLSX]: "xlsx" };

async function upload(platform: Platform, request: FastifyRequest): Promise<FileView> {
  // Other sites can't set this header without our leave, so a form on one can't upload with a visitor's cookie.
  must(request.headers["x-kaidan-app"] !== undefined || request.headers.authorization !== undefined, "FORBIDDEN");
  const viewer = await viewerOf(platform, request);
  const purpose = filePurposes.find((known) => known === (request.query as { purpose?: string }).purpose);
  must(purpose, "VALIDATION", { field: "purpose" });
  must(mayUpload(viewer, purpose), viewer.kind === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN");
  await countUpload(platform, viewer);
  const part = await request.file();
  must(part, "VALIDATION", { field: "file" });
  const content = await part.toBuffer().catch(() => {
    throw new Refusal("FILE_TOO_LARGE", { maxBytes: MAX_UPLOAD_BYTES });
  });
  return platform.files.keep(platform.work, viewer, purpose, content);
}

/** Applicants have no account yet, so their documents come from strangers; everything else needs its own people. */
function mayUpload(viewer: Viewer, purpose: FilePurpose): boolean {
  switch (purpose) {
    case "APPLICATION":
      return true;
    case "PROGRESS":
    case "BID":
    case "CERTIFICATE":
      return viewer.kind === "supplier";
    case "SLIP":
    case "REVIEW":
    case "REWORK":
    case "REFUND":
    case "INQUIRY":
      return viewer.kind === "customer";
    case "EXPORT":
      return false;
    case "IMPORT":
      return viewer.kind === "supplier" || holds(viewer, "suppliers.manage");
    case "PRODUCT":
      return holds(viewer, "catalogue.manage");
    case "CONTRACT":
      return viewer.kind === "customer" || holds(viewer, "contracts.manage");
    case "INVOICE":
      return holds(viewer, "invoices.manage");
    case "DOCUMENT": // the platform's own; nobody uploads one
      return false;
  }
}

async function countUpload(platform: Platform, viewer: Viewer): Promise<void> {
  if ("accountId" in viewer) return platform.limits.take("uploadsPerViewer", viewer.accountId);
  return platform.limits.take("uploadsPerStranger", "ip" in viewer ? viewer.ip : "unknown");
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  FILE_TOO_LARGE: 413,
};

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Refusal) {
    return reply.code(statuses[error.code] ?? 400).send({ code: error.code, message: error.message, ...error.data });
  }
  if ((error as { code?: string }).code?.startsWith("FST_") || (error as { statusCode?: number }).statusCode === 413) {
    return reply.code(400).send({ code: "FILE_REJECTED", message: "Send one file as multipart/form-data." });
  }
  throw error;
}
