/** A button of the menu as staff write it; a VIEW leads to a path of ours. */
export interface MenuButton {
  readonly name: string;
  readonly kind: "CLICK" | "VIEW" | "MENU";
  readonly key: string | null;
  readonly url: string | null;
  readonly children: readonly MenuButton[];
}
