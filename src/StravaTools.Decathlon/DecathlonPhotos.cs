
namespace StravaTools.Decathlon;

/// <summary>
/// Adds photos to activities. The server replaces the whole list with each write, so the list there is is read, added to, written, and read
/// again: two who write at the same time would lose a photo in silence otherwise.
/// </summary>
public sealed class DecathlonPhotos(DecathlonClient client)
{
    /// <summary>Adds photos by their addresses; those that are there already are not added twice.</summary>
    /// <param name="activityId">The activity.</param>
    /// <param name="urls">The addresses.</param>
    /// <param name="replace">Take out all photos there are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The activity as it is then.</returns>
    /// <exception cref="DecathlonException">
    /// Something failed, or somebody else wrote at the same time and the photos are not there
    /// (<see cref="DecathlonErrors.DecathlonRaceLost"/>).
    /// </exception>
    public async Task<DecathlonActivity> AddAsync(
        string activityId, IReadOnlyList<string> urls, bool replace = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var before = await client.GetActivityAsync(activityId, cancellationToken);
        var images = (replace ? urls : (before.Images ?? []).Concat(urls)).Distinct(StringComparer.Ordinal).ToList();
        if (images.SequenceEqual(before.Images ?? [], StringComparer.Ordinal))
        {
            return before;
        }

        await client.SetImagesAsync(activityId, images, cancellationToken);
        var after = await client.GetActivityAsync(activityId, cancellationToken);
        var lost = images.Except(after.Images ?? [], StringComparer.Ordinal).ToList();
        if (lost.Count == 0)
        {
            return after;
        }

        throw new DecathlonException(DecathlonErrors.DecathlonRaceLost, activityId, string.Join(", ", lost));
    }
}
