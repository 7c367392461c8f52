using System.Collections;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the groups of Strava's exercise list.</summary>
public sealed class ExerciseGroupCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) =>
        ExerciseTypes.All.Select(exercise => exercise.Group).Distinct(StringComparer.Ordinal);

    private protected override string GetTooltip(string word) => $"The group {word}";
}
