using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Commands;

/// <summary>Lists the exercises that strength workouts may name.</summary>
[Cmdlet(VerbsCommon.Get, "StravaExercise")]
[OutputType(typeof(ExerciseType))]
public sealed class GetStravaExerciseCommand : PSCmdlet
{
    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ExerciseTypeCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Groups; wildcards are allowed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExerciseGroupCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Group { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var names = Patterns(Name);
        var groups = Patterns(Group);
        var found = ExerciseTypes.All.Where(exercise => Matches(names, exercise.Name) && Matches(groups, exercise.Group)).ToList();
        if (found.Count == 0)
        {
            WriteWarning($"No exercise is called '{string.Join("', '", Name)}' in the group '{string.Join("', '", Group)}'.");
        }

        WriteObject(found, enumerateCollection: true);
    }

    private static WildcardPattern[] Patterns(string[] texts) =>
        Array.ConvertAll(texts, text => new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant));

    private static bool Matches(WildcardPattern[] patterns, string text) => Array.Exists(patterns, pattern => pattern.IsMatch(text));
}
