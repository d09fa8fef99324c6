/** One row of a card as the account's template names it, such as `{ name: "订单编号", key: "character_string1" }`. */
export interface CardField {
  readonly name: string;
  readonly key: string;
  readonly type: string;
}

/** Whether a card can be sent: its template is known and fits, is missing, does not fit, or nobody looked yet. */
export type TemplateState = "READY" | "MISSING" | "MISMATCH" | "UNCHECKED";

/** A button of the menu as staff write it; a VIEW leads to a path of ours. */
export interface MenuButton {
  readonly name: string;
  readonly kind: "CLICK" | "VIEW" | "MENU";
  readonly key: string | null;
  readonly url: string | null;
  readonly children: readonly MenuButton[];
}
