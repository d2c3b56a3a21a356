/** Two-sided 95 % quantile of the standard normal; written out, so that the browser needs no library for it. */
const Z95 = 1.959963984540054

export type ExpectedStratum = {
  /** Units of the frame in the stratum. */
  size: number
  /** Answers expected from it; need not be a whole number. */
  answers: number
  /** Share of the measure, between 0 and 1; 0.5, the widest case, where nothing is known. */
  share?: number
}

/**
 * Half the width of the 95 % interval that a share of a stratified sample will get, as a share (0.05 = five points), and
 * what part of the frame its strata with answers hold; null where no answers are expected. Strata without any are left
 * out: nothing will be known of them.
 * Formula: z √ Σ W_h² (1 − n_h / N_h) S_h² / n_h with S² = N P Q / (N − 1), never more than one half.
 * Source: W. G. Cochran, Sampling Techniques, 3rd ed. (1977), eqs. 5.6 and 5.53; n_h is what answers, not what is
 * drawn, which holds where those who answer are like those who do not.
 */
export function expectedMargin(strata: ExpectedStratum[]): { margin: number; covered: number } | null {
  const heard = strata.filter(({ size, answers }) => size > 0 && answers > 0)
  const frame = strata.reduce((sum, { size }) => sum + size, 0)
  const size = heard.reduce((sum, stratum) => sum + stratum.size, 0)
  if (!size) return null
  const variance = heard.reduce((sum, stratum) => {
    const { share = 0.5 } = stratum
    const answers = Math.min(stratum.answers, stratum.size)
    const spread = stratum.size > 1 ? (stratum.size / (stratum.size - 1)) * share * (1 - share) : share * (1 - share)
    return sum + (stratum.size / size) ** 2 * (1 - answers / stratum.size) * (spread / answers)
  }, 0)
  return { margin: Math.min(0.5, Z95 * Math.sqrt(variance)), covered: size / frame }
}
