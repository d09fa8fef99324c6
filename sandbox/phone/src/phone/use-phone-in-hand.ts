import { useMemo } from "react";
import { ControlError, control } from "../control/client";
import type { Account, Phone } from "../control/types";
import { useNow } from "../control/use-now";
import { useResource, useStore, useWorld } from "../control/use-world";
import { useWords } from "../words/use-words";
import { useDesk } from "./desk";
import type { PhoneInHand } from "./use-phone";

/** Brings together what the screens of one phone share. */
export function usePhoneInHand(phone: Phone, account: Account): PhoneInHand {
  const chatOf = useWorld().chat(phone.id);
  const chat = useResource(chatOf);
  const now = useNow();
  const way = useDesk().hand(phone.id);
  const hand = useStore(way);
  const deeds = usePhoneDeeds(phone.id);
  return useMemo(
    () => ({ phone, account, chat, reloadChat: () => void chatOf.reload(), now, hand, way, ...deeds }),
    [phone, account, chat, chatOf, now, hand, way, deeds],
  );
}

/** What can be done with one phone from outside and inside of it. Stays the same while messages come and go. */
export function usePhoneDeeds(phoneId: string): Pick<PhoneInHand, "toast" | "attempt" | "openPage" | "scan"> {
  const desk = useDesk();
  const { words } = useWords();
  return useMemo(() => {
    const way = desk.hand(phoneId);
    const toast = (text: string) => way.change({ toast: text });
    const attempt = async (deed: () => Promise<unknown>) => {
      try {
        await deed();
        return true;
      } catch (error) {
        if (!(error instanceof ControlError)) throw error;
        toast(error.message || words.unreachable);
        return false;
      }
    };
    const openPage = (url: string) => desk.openPage(phoneId, url);
    const scan = async (text: string) => {
      await attempt(async () => {
        const found = await control.scan(phoneId, text);
        if (found.kind === "browser") {
          way.change({ stack: [] });
          openPage(found.url);
        } else way.jump(found.followed ? { at: "chat" } : { at: "profile", qr: text });
      });
    };
    return { toast, attempt, openPage, scan };
  }, [desk, phoneId, words]);
}
