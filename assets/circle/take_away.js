// Ways to take one's own words along: the clipboard, or the phone's own share sheet.

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/// True when the person went through with it.
export async function shareText(text) {
  try {
    await navigator.share({text});
    return true;
  } catch {
    return false;
  }
}
