using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the rules for activity files.</summary>
[Cmdlet(VerbsCommon.Get, "ActivityFileRule", HelpUri = HelpPages.Root + "Get-ActivityFileRule.md")]
[OutputType(typeof(ActivityFileRule))]
public sealed class GetActivityFileRuleCommand : PSCmdlet
{
    private readonly HashSet<string> _emitted = new(StringComparer.Ordinal);

    /// <summary>The IDs of the rules, or findings. * and ? are wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RuleId")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <summary>The formats. Rules for all formats are included.</summary>
    [Parameter]
    public ActivityFileFormat[] Format { get; set; } = [];

    /// <summary>The severities.</summary>
    [Parameter]
    public Severity[] Severity { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var pattern in Id)
        {
            var rules = ActivityFileRules.FindByPattern(pattern).ToList();
            if (rules.Count == 0)
            {
                WriteError(ErrorRecords.CreateRecord(StravaErrors.UnknownRule, pattern, pattern));
            }

            foreach (var rule in rules.Where(rule => IsSelected(rule) && _emitted.Add(rule.Id)))
            {
                WriteObject(rule);
            }
        }
    }

    private bool IsSelected(ActivityFileRule rule) =>
        (Severity.Length == 0 || Severity.Contains(rule.Severity))
        && (Format.Length == 0 || rule.Format is not { } format || Format.Contains(format));
}
