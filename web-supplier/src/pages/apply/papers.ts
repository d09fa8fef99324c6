import type { UploadedFile } from "@kaidan/web-kit/forms/upload";
import type { DocumentKind } from "../../gql/graphql";

/** The kinds of paper in the order they are asked for; the first is required. */
export const kindsOfPaper = ["BUSINESS_LICENCE", "ID_CARD", "QUALIFICATION", "OTHER"] as const satisfies DocumentKind[];

/** An uploaded paper; `expiresOn` is a calendar day, null when it does not end. */
export type Paper = { kind: DocumentKind; file: UploadedFile; expiresOn: string | null };
