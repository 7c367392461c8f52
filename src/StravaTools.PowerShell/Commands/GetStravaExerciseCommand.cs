using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the exercises for strength workouts.</summary>
[Cmdlet(VerbsCommon.Get, "StravaExercise", HelpUri = HelpPages.Root + "Get-StravaExercise.md")]
[OutputType(typeof(ExerciseType))]
public sealed class GetStravaExerciseCommand : PSCmdlet
{
    /// <summary>The names of exercises. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ExerciseTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The groups of exercises. Wildcards are allowed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExerciseGroupCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Group { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var names = CreatePatterns(Name);
        var groups = CreatePatterns(Group);
        var found = ExerciseTypes.All.Where(exercise => Matches(names, exercise.Name) && Matches(groups, exercise.Group)).ToList();
        if (found.Count == 0)
        {
            WriteWarning($"No exercise matches '{string.Join("', '", Name)}' in the group '{string.Join("', '", Group)}'.");
        }

        WriteObject(found, enumerateCollection: true);
    }

    private static WildcardPattern[] CreatePatterns(string[] texts) =>
        Array.ConvertAll(texts, text => new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant));

    private static bool Matches(WildcardPattern[] patterns, string text) => Array.Exists(patterns, pattern => pattern.IsMatch(text));
}
