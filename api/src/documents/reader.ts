import { holds, type Viewer } from "../platform/viewer.js";

/** Who may read a form: staff with the right, the customer and the supplier it was made out to. */
export function mayRead(viewer: Viewer, form: { customerId: string | null; supplierId: string | null }): boolean {
  if (viewer.kind === "customer") return form.customerId === viewer.accountId;
  if (viewer.kind === "supplier") return form.supplierId === viewer.supplierId;
  return holds(viewer, "documents.read");
}
