import type { SupplierMemberViewer, Viewer } from "../platform/viewer.js";
import { holds } from "../platform/viewer.js";
import { type FormCode, formCodes } from "./form.js";

interface Readable {
  readonly code: FormCode;
  readonly customerId: string | null;
  readonly supplierId: string | null;
}

/** What everybody who works for a supplier needs; the rest is its money, which its owners and its bookkeepers read. */
const ofWork: readonly FormCode[] = ["TICKET", "ACCEPTANCE"];

/** The kinds of forms that a member of a supplier reads. */
export function codesFor({ role }: Pick<SupplierMemberViewer, "role">): readonly FormCode[] {
  return role === "OWNER" || role === "FINANCE" ? formCodes : ofWork;
}

/** Who may read a form: staff with the right, the customer and the supplier it was made out to. */
export function mayRead(viewer: Viewer, form: Readable): boolean {
  if (viewer.kind === "customer") return form.customerId === viewer.accountId;
  if (viewer.kind === "supplier") return form.supplierId === viewer.supplierId && codesFor(viewer).includes(form.code);
  return holds(viewer, "documents.read");
}
