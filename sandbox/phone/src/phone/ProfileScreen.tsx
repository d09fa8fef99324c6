import { BadgeCheck, MessageCircle, Plus, QrCode } from "lucide-react";
import { useState } from "react";
import { control } from "../control/client";
import { AccountAvatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import { Confirm } from "./Confirm";
import { NavBar } from "./NavBar";
import styles from "./ProfileScreen.module.css";
import { usePhone } from "./use-phone";

/** The service account's own page: what it is, following and unfollowing. A scanned code comes along when following. */
export function ProfileScreen({ qr }: { qr: string | null }) {
  const { account, phone, attempt, way } = usePhone();
  const { words } = useWords();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const change = async (deed: () => Promise<unknown>, then: () => void) => {
    setBusy(true);
    const went = await attempt(deed);
    setBusy(false);
    if (went) then();
  };
  const follow = () =>
    change(
      () => control.follow(phone.id, qr),
      () => way.jump({ at: "chat" }),
    );
  const unfollow = () => {
    setAsking(false);
    return change(
      () => control.unfollow(phone.id),
      () => way.change({ stack: [] }),
    );
  };
  return (
    <>
      <NavBar title="" plain />
      <div className={styles["body"]}>
        <div className={styles["head"]}>
          <AccountAvatar size={64} />
          <div>
            <h3 className={styles["name"]}>{account.name}</h3>
            <p className={styles["verified"]}>
              <Icon of={BadgeCheck} size={16} />
              {words.verified}
            </p>
          </div>
        </div>
        <p className={styles["intro"]}>{words.intro}</p>
        {qr && !phone.followed && (
          <p className={styles["scene"]}>
            <Icon of={QrCode} size={18} />
            {words.sceneCarried}
          </p>
        )}
        <div className={styles["deeds"]}>
          {phone.followed ? (
            <>
              <button type="button" className={styles["main"]} onClick={() => way.jump({ at: "chat" })}>
                <Icon of={MessageCircle} />
                {words.openChat}
              </button>
              <button type="button" className={styles["other"]} disabled={busy} onClick={() => setAsking(true)}>
                {words.unfollow}
              </button>
            </>
          ) : (
            <button type="button" className={styles["main"]} disabled={busy} aria-label={words.follow} onClick={follow}>
              <Icon of={Plus} />
              {words.follow}
            </button>
          )}
        </div>
        <dl className={styles["facts"]}>
          <dt>{words.originalId}</dt>
          <dd>{account.originalId}</dd>
          <dt>AppID</dt>
          <dd>{account.appid}</dd>
        </dl>
      </div>
      {asking && (
        <Confirm
          text={words.unfollowAsk}
          deed={words.unfollow}
          onConfirm={unfollow}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
