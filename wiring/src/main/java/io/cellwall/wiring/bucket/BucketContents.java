package io.cellwall.wiring.bucket;

/** What a bucket holds, and so what becomes of it when its stack goes. */
public enum BucketContents {
  /** Records of what happened: Pulumi refuses to delete the bucket. */
  EVIDENCE,
  /** What somebody wrote: AWS refuses to delete the bucket until it is empty. */
  DATA,
  /** What can be made again: the bucket goes full or not. */
  COPIES
}
