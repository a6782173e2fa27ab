package io.cellwall.policies.census;

import java.util.Locale;

/** What the value of a property carries. Each kind has a file of the census, named like it. */
public enum PropertyKind {
  /** A size, a mode, a version, a time, a key or label inside the resource: it names nothing. */
  NOTHING,
  /** A number. */
  NUMBER,
  /** A flag that opens no way. */
  SETTING,
  /** A flag or a mode that opens or closes a way by itself. */
  SWITCH,
  /** What the resource itself, or a part of it, is called. */
  NAME,
  /** The id, ARN or name of another resource. */
  REFERENCE,
  /** The name of an S3 bucket, or the URI of an object: unique across all accounts. */
  BUCKET,
  /** A region. */
  REGION,
  /** An availability zone, or a group of them. */
  AVAILABILITY_ZONE,
  /** An account. */
  ACCOUNT,
  /** Who may do something: an account, a role, an organization, a service, everybody. */
  PRINCIPAL,
  /** An address or a block of addresses. */
  ADDRESS,
  /** A host, URL or mailbox that something is sent to, fetched from or trusted. */
  HOST,
  /** A domain or web site that it answers to, or compares with. */
  DOMAIN,
  /** A policy: who may do what with which resource. */
  DOCUMENT,
  /** Text that a machine interprets: code, templates, environments, queries, keys to trust. */
  CONTENT,
  /** Words for people. */
  WORDS,
  /** Tags. */
  TAG,
  /** A password, token or private key. */
  CREDENTIAL;

  /** Tells whether a value says nothing that a wall could stand against, whatever it is. */
  public boolean namesNothing() {
    return this == NOTHING || this == NUMBER || this == SETTING || isUnread();
  }

  /** Tells whether a value may look like anything, and means none of it. */
  public boolean isUnread() {
    return this == WORDS || this == TAG || this == CREDENTIAL;
  }

  /** The file of the census that has the properties of this kind. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }
}
