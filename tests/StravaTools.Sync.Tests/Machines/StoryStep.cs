namespace StravaTools.Sync.Tests.Machines;

/// <summary>A step of a story.</summary>
/// <param name="Act">What happens.</param>
/// <param name="File">The file that it concerns.</param>
/// <param name="Number">When, or how much.</param>
internal sealed record StoryStep(StoryAct Act, int File, int Number)
{
    /// <summary>Simpler steps.</summary>
    public IEnumerable<StoryStep> Simplify()
    {
        if (File > 0)
        {
            yield return this with { File = 0 };
        }

        if (Number > 1)
        {
            yield return this with { Number = Number / 2 };
            yield return this with { Number = Number - 1 };
        }

        if (Act == StoryAct.PowerCut)
        {
            yield return this with { Act = StoryAct.Kill };
        }
    }

    public override string ToString() => $"{Act}({File}, {Number})";
}
