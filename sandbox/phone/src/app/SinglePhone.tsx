import type { Account, Phone } from "../control/types";
import { PhoneView } from "../phone/PhoneView";
import { Blank } from "../ui/Blank";
import { useWords } from "../words/use-words";
import styles from "./App.module.css";

/** One phone: the whole of a narrow screen, or alone on the desk. */
export function SinglePhone({ phone, account, framed }: { phone: Phone | null; account: Account; framed: boolean }) {
  const { words } = useWords();
  if (!phone) return <Blank title={words.noPhones} hint={words.noPhonesHint} />;
  return (
    <main className={framed ? styles["desk"] : styles["whole"]}>
      <PhoneView key={phone.id} phone={phone} account={account} framed={framed} />
    </main>
  );
}
