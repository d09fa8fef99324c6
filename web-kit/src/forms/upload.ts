export type UploadPurpose =
  | "PROGRESS"
  | "SLIP"
  | "REFUND"
  | "REVIEW"
  | "REWORK"
  | "APPLICATION"
  | "PRODUCT"
  | "CONTRACT"
  | "INQUIRY"
  | "BID"
  | "CERTIFICATE"
  | "IMPORT"
  | "INVOICE";

export type UploadedFile = { readonly id: string; readonly url: string; readonly mime: string; readonly bytes: number };

/** The server refused the file; `code` is one of the API's error codes. */
export class UploadRefused extends Error {
  constructor(readonly code: string) {
    super(`The upload was refused: ${code}`);
    this.name = "UploadRefused";
  }
}

type UploadOptions = { purpose: UploadPurpose; app: string; onProgress: (percent: number) => void };

/**
 * Sends one file and reports 0 to 100 on the way. Rejects with `UploadRefused` when the server does not want it, and
 * with another error when it could not be reached.
 */
export function upload(file: File, { purpose, app, onProgress }: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // fetch still cannot report how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", `/upload?purpose=${purpose}`);
    request.setRequestHeader("x-kaidan-app", app);
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0),
    );
    request.addEventListener("error", () => reject(new Error("The upload could not reach the server")));
    request.addEventListener("load", () => {
      const answer: unknown = request.response;
      if (isUploaded(answer)) resolve(answer);
      else reject(new UploadRefused(refusalOf(answer, request.status)));
    });
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}

function isUploaded(answer: unknown): answer is UploadedFile {
  return typeof answer === "object" && answer !== null && "id" in answer && typeof answer.id === "string";
}

function refusalOf(answer: unknown, status: number): string {
  if (typeof answer === "object" && answer !== null && "code" in answer) return String(answer.code);
  return status === 413 ? "FILE_TOO_LARGE" : "FILE_REJECTED";
}
