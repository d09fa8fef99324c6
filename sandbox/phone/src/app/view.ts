import { Store } from "../control/store";
import type { Phone } from "../control/types";

/** How this browser likes the page: which phones stand on the desk, and the developer's drawer. */
export interface View {
  /** Ids of the phones shown side by side; null until somebody chose. */
  shown: string[] | null;
  /** The phone a narrow screen shows; null is the first. */
  front: string | null;
  developer: boolean;
  /** Whose traffic the drawer shows; null is everybody's. */
  traffic: string | null;
}

const key = "kaidan-phone-view";
const empty: View = { shown: null, front: null, developer: false, traffic: null };

/** The view, remembered in this browser. */
export const view = new Store<View>({ ...empty, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<View>) });

export function changeView(change: Partial<View>): void {
  view.set({ ...view.get(), ...change });
  localStorage.setItem(key, JSON.stringify(view.get()));
}

const phoneWidthPx = 420;

/** The phones on the desk: those chosen, or at first as many as fit beside each other, three at most. */
export function phonesShown(phones: Phone[], { shown }: View, widthPx: number): Phone[] {
  if (shown) return phones.filter((phone) => shown.includes(phone.id));
  return phones.slice(0, Math.min(3, Math.max(1, Math.floor(widthPx / phoneWidthPx))));
}

/** Shows one more phone, or puts one away. */
export function toggled(phones: Phone[], current: Phone[], phoneId: string): string[] {
  const ids = current.map((phone) => phone.id);
  const wanted = ids.includes(phoneId) ? ids.filter((id) => id !== phoneId) : [...ids, phoneId];
  return phones.map((phone) => phone.id).filter((id) => wanted.includes(id));
}
