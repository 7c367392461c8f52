namespace StravaTools.Analyzers.Cmdlets;

/// <summary>The verbs that PowerShell approves (about_Verbs; the values of its Verbs* classes, as Get-Verb lists them).</summary>
internal static class CmdletVerbs
{
    private static readonly HashSet<string> Approved = ToVerbSet(
        // VerbsCommon
        """
        Add Clear Close Copy Enter Exit Find Format Get Hide Join Lock Move New Open Optimize Pop Push Redo Remove Rename Reset Resize
        Search Select Set Show Skip Split Step Switch Undo Unlock Watch
        """,
        // VerbsCommunications
        "Connect Disconnect Read Receive Send Write",
        // VerbsData
        """
        Backup Checkpoint Compare Compress Convert ConvertFrom ConvertTo Dismount Edit Expand Export Group Import Initialize Limit Merge
        Mount Out Publish Restore Save Sync Unpublish Update
        """,
        // VerbsDiagnostic
        "Debug Measure Ping Repair Resolve Test Trace",
        // VerbsLifecycle
        """
        Approve Assert Build Complete Confirm Deny Deploy Disable Enable Install Invoke Register Request Restart Resume Start Stop Submit
        Suspend Uninstall Unregister Wait
        """,
        // VerbsOther
        "Use",
        // VerbsSecurity
        "Block Grant Protect Revoke Unblock Unprotect");

    /// <summary>The verbs that imply a change.</summary>
    private static readonly HashSet<string> Changing = ToVerbSet(
        """
        Add Block Clear Copy Deny Deploy Disable Enable Grant Install Lock Merge Move New Publish Register Remove Rename Reset Restart
        Restore Resume Revoke Send Set Start Stop Submit Suspend Sync Unblock Uninstall Unlock Unpublish Unregister Update
        """);

    public static bool IsApproved(string verb) => Approved.Contains(verb);

    public static bool ChangesState(string verb) => Changing.Contains(verb);

    /// <summary>The approved verb that differs in case only.</summary>
    public static string? InRightCase(string verb) =>
        Approved.FirstOrDefault(approved => approved.Equals(verb, StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> ToVerbSet(params string[] lists) =>
        new(lists.SelectMany(list => list.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
}
