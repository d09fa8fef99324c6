import { useState } from "react";
import { control } from "../control/client";
import { PersonAvatar } from "../ui/Avatar";
import { useWords } from "../words/use-words";
import { Confirm } from "./Confirm";
import styles from "./HomeScreen.module.css";
import { NavBar } from "./NavBar";
import { RemovePhoneDialog, RenamePhoneDialog } from "./PhoneDialogs";
import { usePhone } from "./use-phone";

type Asking = "rename" | "remove" | "revoke" | null;

/** 我: who this phone is to the service account, and what its owner may do about it. */
export function MeTab() {
  const { phone, attempt, toast } = usePhone();
  const { words } = useWords();
  const [asking, setAsking] = useState<Asking>(null);
  const done = () => setAsking(null);
  const revoke = async () => {
    done();
    if (await attempt(() => control.revoke(phone.id))) toast(words.revoked);
  };
  return (
    <>
      <NavBar title={words.me} plain />
      <div className={styles["body"]}>
        <div className={styles["meHead"]}>
          <PersonAvatar name={phone.name} size={60} />
          <span className={styles["meName"]}>{phone.name}</span>
        </div>
        <Identity />
        <div className={styles["group"]}>
          <button type="button" className={styles["cell"]} onClick={() => setAsking("rename")}>
            {words.rename}
          </button>
          {phone.followed && (
            <button type="button" className={styles["cell"]} onClick={() => setAsking("revoke")}>
              {words.revoke}
            </button>
          )}
          <button type="button" className={`${styles["cell"]} ${styles["warn"]}`} onClick={() => setAsking("remove")}>
            {words.removePhone}
          </button>
        </div>
      </div>
      {asking === "revoke" && <Confirm text={words.revokeAsk} deed={words.revoke} onConfirm={revoke} onCancel={done} />}
      {asking === "rename" && <RenamePhoneDialog phone={phone} onClose={done} />}
      {asking === "remove" && <RemovePhoneDialog phone={phone} onClose={done} />}
    </>
  );
}

function Identity() {
  const { phone, attempt } = usePhone();
  const { words } = useWords();
  return (
    <div className={styles["group"]}>
      <div className={styles["cell"]}>
        <span className={styles["cellMain"]}>
          OpenID
          <span className={`${styles["cellHint"]} ${styles["id"]}`}>
            <br />
            {phone.openid}
          </span>
        </span>
      </div>
      <div className={styles["cell"]}>
        <span className={styles["cellMain"]}>
          UnionID
          <span className={`${styles["cellHint"]} ${phone.unionid ? styles["id"] : ""}`}>
            <br />
            {phone.unionid ?? words.unionidNone}
          </span>
        </span>
      </div>
      <label className={styles["cell"]}>
        <span className={styles["cellMain"]}>
          {words.snapshot}
          <span className={styles["cellHint"]}>
            <br />
            {words.snapshotHint}
          </span>
        </span>
        <input
          type="checkbox"
          checked={phone.snapshot}
          onChange={(event) => void attempt(() => control.markSnapshot(phone.id, event.target.checked))}
        />
      </label>
    </div>
  );
}
