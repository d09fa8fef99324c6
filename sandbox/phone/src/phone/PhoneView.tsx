import { useMemo } from "react";
import { BrowserSheet } from "../browser/BrowserSheet";
import { ChatScreen } from "../chat/ChatScreen";
import { NoticesScreen } from "../chat/NoticesScreen";
import type { Account, Phone } from "../control/types";
import { ScanScreen } from "../scan/ScanScreen";
import { useWords } from "../words/use-words";
import { ArrivalBanner } from "./ArrivalBanner";
import { HomeScreen } from "./HomeScreen";
import styles from "./PhoneView.module.css";
import { ProfileScreen } from "./ProfileScreen";
import { SearchScreen } from "./SearchScreen";
import { StatusBar } from "./StatusBar";
import { Toast } from "./Toast";
import { PhoneContext } from "./use-phone";
import { usePhoneInHand } from "./use-phone-in-hand";

/** One phone with WeChat on it. `framed` draws the phone's body around the screen, as on a desk. */
export function PhoneView({ phone, account, framed }: { phone: Phone; account: Account; framed: boolean }) {
  const { words } = useWords();
  const inHand = usePhoneInHand(phone, account);
  const { hand } = inHand;
  const top = hand.stack.at(-1);
  const screen = useMemo(() => {
    if (!top) return <HomeScreen />;
    if (top.at === "chat") return <ChatScreen />;
    if (top.at === "notices") return <NoticesScreen />;
    if (top.at === "search") return <SearchScreen />;
    if (top.at === "scan") return <ScanScreen />;
    return <ProfileScreen qr={top.qr} />;
  }, [top]);
  return (
    <PhoneContext value={inHand}>
      <section
        aria-label={words.phoneOf(phone.name)}
        data-phone={phone.id}
        data-framed={framed || undefined}
        className={framed ? styles["framed"] : styles["bare"]}
      >
        <div className={styles["screen"]}>
          {framed && <StatusBar now={inHand.now} />}
          <div className={styles["content"]} inert={hand.page !== null}>
            {screen}
          </div>
          <ArrivalBanner />
          {hand.page && <BrowserSheet key={hand.page} url={hand.page} />}
          <Toast />
        </div>
      </section>
    </PhoneContext>
  );
}
