using System.Collections;
using StravaTools.Activities.Model;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the exercises of Strava's list; -Group restricts them to one group.</summary>
public sealed class ExerciseTypeCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters)
    {
        var group = boundParameters["Group"] as string;
        return ExerciseTypes.All
            .Where(exercise => group is null || exercise.Group.Equals(group, StringComparison.OrdinalIgnoreCase))
            .Select(exercise => exercise.Name);
    }

    private protected override string GetTooltip(string word) => ExerciseTypes.All.First(exercise => exercise.Name == word).Group;
}
